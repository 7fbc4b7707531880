"""Reports as pages: view objects and small escaped HTML fragments. Knows no MkDocs and opens no file."""
