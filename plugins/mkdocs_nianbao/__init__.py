"""The MkDocs adapter: the only code of nianbao that knows MkDocs."""
