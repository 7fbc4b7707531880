"""nianbao: reading, checking and comparing annual reports on open government information."""

__version__ = "0.1.0"
