"""The demonstration site: an archive of places that do not exist, built with the project's own templates."""
