"""`python -m nianbao` is the command `nianbao`."""

from nianbao.cli import main

main()
