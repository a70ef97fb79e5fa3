"""How what was measured is printed, and the ratios to the anchors with their goals."""

from measure import fastest, median


def show(name, measurements):
    """One line: median seconds, the fastest and slowest run, the greatest memory."""
    slowest = max(measurement.seconds for measurement in measurements)
    memory = max(measurement.memory for measurement in measurements)
    print(f"  {name:<44}{median(measurements):8.2f} s  ({fastest(measurements):.2f}–{slowest:.2f})  {memory:6.0f} MiB",
          flush=True)


def show_share(anchor_name, ours, anchor, goal):
    """How much of the anchor's time it takes; less is better. Where others use the machine too, the fastest runs tell
    more than the medians."""
    ratio = median(ours) / median(anchor)
    verdict = "reached" if ratio <= goal else "NOT reached"
    print(f"    {ratio:.2f} of {anchor_name} (goal ≤ {goal}: {verdict}; fastest runs "
          f"{fastest(ours) / fastest(anchor):.2f})", flush=True)


def show_speed(anchor_name, ours, anchor, goal):
    """How many times faster than the anchor it is; more is better."""
    ratio = median(anchor) / median(ours)
    verdict = "reached" if ratio >= goal else "NOT reached"
    print(f"    {ratio:.2f} times faster than {anchor_name} (goal ≥ {goal}: {verdict}; fastest runs "
          f"{fastest(anchor) / fastest(ours):.2f})", flush=True)
