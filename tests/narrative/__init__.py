"""Generated prose with known figures: are contradictions with the tables found, and nothing else?"""
