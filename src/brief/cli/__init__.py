"""The command line: one module for each command, which holds a `click.Command` named `command`."""
