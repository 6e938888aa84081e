"""Keep labels apart: each as near to where it belongs as the others allow."""

from collections.abc import Sequence


def spread(wanted: Sequence[float], apart: float, lowest: float, highest: float) -> list[float]:
    """Return a place for each label, in the order given, at least ``apart`` from each other.

    Labels that would touch are moved by the same amount up and down; all stay between ``lowest`` and ``highest`` as
    long as they fit. Of two that want the same place, the earlier stands higher.
    """
    order = sorted(range(len(wanted)), key=lambda number: (wanted[number], -number))
    groups: list[list[int]] = []
    centers: list[float] = []
    for number in order:
        groups.append([number])
        centers.append(max(lowest, min(highest, wanted[number])))
        while len(groups) > 1 and _touch(groups[-2:], centers[-2:], apart):
            group = groups.pop(-2) + groups.pop()
            half = (len(group) - 1) * apart / 2
            mean = sum(wanted[one] for one in group) / len(group)
            centers[-2:] = [max(lowest + half, min(highest - half, mean))]
            groups.append(group)
    places = [0.0] * len(wanted)
    for group, center in zip(groups, centers, strict=True):
        for rank, number in enumerate(group):
            places[number] = center + (rank - (len(group) - 1) / 2) * apart
    return places


def _touch(groups: Sequence[Sequence[int]], centers: Sequence[float], apart: float) -> bool:
    return centers[1] - centers[0] < (len(groups[0]) + len(groups[1])) * apart / 2
