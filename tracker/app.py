"""The composition root: arguments, folders, the window or a verb."""


def main() -> int:
    """Run the program and return its exit code."""
    return 0
