"""How a measured way is printed beside its anchor and its goal."""

from measure import median


def show(name, measurements, anchor=None, goal=None, is_faster=False):
    """One line: seconds, memory, and the ratio to the anchor, or how many times faster than it."""
    seconds = median(measurements)
    memory = max(measurement.memory for measurement in measurements)
    spread = f"{min(m.seconds for m in measurements):.2f}–{max(m.seconds for m in measurements):.2f}"
    line = f"  {name:<44}{seconds:8.2f} s  ({spread})  {memory:6.0f} MiB"
    if anchor is not None:
        ratio = median(anchor) / seconds if is_faster else seconds / median(anchor)
        is_reached = ratio >= goal if is_faster else ratio <= goal
        unit, sign = ("× faster", "≥") if is_faster else ("of the anchor", "≤")
        line += f"  {ratio:5.2f} {unit} (goal {sign} {goal:.2f}, {'reached' if is_reached else 'NOT reached'})"
    print(line, flush=True)
