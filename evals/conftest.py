"""What several quality tests share: each profile in turn, and what it reads, read once a session."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from evals.measure import measure_samples
from evals.scoring import Scores
from sayso.config import PROFILES, Profile


@pytest.fixture(scope="session", params=PROFILES)
def profile(request: pytest.FixtureRequest) -> Profile:
    """Give each shipped tagger in turn."""
    return request.param


@pytest.fixture(scope="session")
def sample_scores(profile: Profile) -> Mapping[str, Scores]:
    """Read every sample page as it is."""
    return measure_samples(profile)
