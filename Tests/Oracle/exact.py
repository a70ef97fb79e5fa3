"""Numbers of a scheme, read exactly from their text."""

from fractions import Fraction
from functools import lru_cache


@lru_cache(maxsize=None)
def scaled(text, places):
    """The number of a text times 10^places; a whole number comes back as int."""
    number = Fraction(text) * 10**places
    return number.numerator if number.denominator == 1 else number


def whole(text):
    return scaled(text, 0)


def thousandths(text):
    return scaled(text, 3)
