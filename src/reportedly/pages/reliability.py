"""The reliability picture: share of right events against confidence, as inline SVG."""

from __future__ import annotations

from reportedly.measuring.calibration import Bin, Calibration

_SIZE, _LEFT, _TOP = 280, 52, 14  # of the plotting square, in units of the picture


def reliability_picture(calibration: Calibration) -> str:
    """Return the picture: a dot a bin, as large as its events are many, a line for its interval; on the diagonal confidence is what it says."""
    ticks = "".join(map(_tick, (0.0, 0.25, 0.5, 0.75, 1.0)))
    dots = "".join(_dot(found, calibration.events) for found in calibration.bins if found.events)
    words = "; ".join(f"confidence {b.confidence:.2f}: {b.right:.2f} right of {b.events}" for b in calibration.bins if b.confidence is not None and b.right is not None)
    middle = _LEFT + _SIZE / 2
    return (
        f'<svg class="reliability" viewBox="0 0 {_SIZE + _LEFT + 20} {_SIZE + _TOP + 52}" role="img" aria-labelledby="reliability-title reliability-words">'
        f'<title id="reliability-title">Reliability of confidence</title><desc id="reliability-words">{words}</desc>'
        f'<rect class="plot" x="{_LEFT}" y="{_TOP}" width="{_SIZE}" height="{_SIZE}"/>{ticks}'
        f'<line class="ideal" x1="{_x(0)}" y1="{_y(0)}" x2="{_x(1)}" y2="{_y(1)}"/>{dots}'
        f'<text x="{middle:.1f}" y="{_TOP + _SIZE + 42}" text-anchor="middle">mean confidence</text>'
        f'<text transform="translate(14 {_TOP + _SIZE / 2:.1f}) rotate(-90)" text-anchor="middle">share right</text></svg>'
    )


def _tick(at: float) -> str:
    return (
        f'<line class="grid" x1="{_x(at)}" y1="{_y(0)}" x2="{_x(at)}" y2="{_y(1)}"/><line class="grid" x1="{_x(0)}" y1="{_y(at)}" x2="{_x(1)}" y2="{_y(at)}"/>'
        f'<text x="{_x(at)}" y="{_TOP + _SIZE + 20}" text-anchor="middle">{at:.2g}</text><text x="{_LEFT - 8}" y="{_y(at)}" dy=".35em" text-anchor="end">{at:.2g}</text>'
    )


def _dot(found: Bin, events: int) -> str:
    confidence, right = found.confidence or 0.0, found.right or 0.0
    radius = 3 + 14 * (found.events / events) ** 0.5
    whisker = ""
    if found.right_interval is not None:
        low, high = found.right_interval
        whisker = f'<line class="whisker" x1="{_x(confidence)}" y1="{_y(low)}" x2="{_x(confidence)}" y2="{_y(high)}"/>'
    label = f"confidence {found.low:.1f} to {found.high:.1f}: {found.events} events, mean confidence {confidence:.2f}, {right:.2f} right"
    return f'{whisker}<circle cx="{_x(confidence)}" cy="{_y(right)}" r="{radius:.1f}"><title>{label}</title></circle>'


def _x(share: float) -> str:
    return f"{_LEFT + _SIZE * share:.1f}"


def _y(share: float) -> str:
    return f"{_TOP + _SIZE * (1 - share):.1f}"
