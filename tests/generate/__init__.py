"""Made-up schools with made-up policies, the same for the same seed: for tests, measurements and trials."""

from tests.generate.schools import make_schools

__all__ = ["make_schools"]
