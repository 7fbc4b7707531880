"""What is said again: prose against last year's, and passages that different authorities share."""
