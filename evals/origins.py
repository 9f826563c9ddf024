"""How well origins are counted, on the constructed stories.

    python -m evals.origins [fast|accurate] [STORY…] [--show]

Reads the stories, puts each in a corpus of its own, and compares least and most with the answers that were written down
first: once among the statements that the answer names (counting alone), once for the claim that the corpus put together
(all of the way).
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from evals.stories import Counted, counted, names
from sayso.config import PROFILES, Profile
from sayso.schema import Origins


def table(results: list[Counted]) -> str:
    """Give the results as a Markdown table."""
    lines = [
        "| story: claim | answer | statements given | claim found | of its statements | strangers |",
        "| --- | --- | --- | --- | --- | --- |",
    ]
    for one in results:
        answer = f"{one.answer['least']}–{one.answer['most']}"
        lines.append(
            f"| {one.story}: {one.claim} | {answer} | {_numbers(one.given, one.exact)} "
            f"| {_numbers(one.found, one.exact_found)} | {one.together} of {one.told + one.missed} | {one.strangers} |"
        )
    return "\n".join(lines)


def totals(results: list[Counted]) -> dict[str, int]:
    """Count how often least and most are right."""
    return {
        "claims": len(results),
        "least, statements given": sum(one.exact[0] for one in results),
        "most, statements given": sum(one.exact[1] for one in results),
        "both, statements given": sum(all(one.exact) for one in results),
        "circles, statements given": sum(one.circles_seen for one in results),
        "least, claim found": sum(one.exact_found[0] for one in results),
        "most, claim found": sum(one.exact_found[1] for one in results),
        "both, claim found": sum(all(one.exact_found) for one in results),
    }


def _numbers(found: Origins | None, exact: tuple[bool, bool]) -> str:
    if found is None:
        return "none"
    return f"{found.least}–{found.most}" + ("" if all(exact) else " ✗")


def measure(profile: Profile, only: list[str] | None = None) -> list[Counted]:
    """Count the origins of all stories' claims, or of some."""
    with tempfile.TemporaryDirectory() as folder:
        return [one for name in only or names() for one in counted(name, profile, Path(folder))]


def main() -> None:
    """Print the table, the totals and, with ``--show``, every report with its reason."""
    words = [word for word in sys.argv[1:] if not word.startswith("--")]
    profiles: list[Profile] = [p for p in PROFILES if p in words] or list(PROFILES)
    for profile in profiles:
        results = measure(profile, [word for word in words if word not in PROFILES])
        print(f"\n## {profile}\n\n{table(results)}\n")
        for what, number in totals(results).items():
            print(f"- {what}: {number}")
        if "--show" in sys.argv:
            for one in results:
                _show(one)


def _show(one: Counted) -> None:
    for title, found in (("statements given", one.given), ("claim found", one.found)):
        print(f"\n{one.story}: {one.claim}: {title}")
        for origin in found.origins if found else ():
            print(f"  {origin.id} {origin.name} {origin.kind} {len(origin.statements)} {origin.possibly}")
        for report in found.reports if found else ():
            print(f"    {report.statement} {report.origin} {report.counts}: {report.reason}")


if __name__ == "__main__":
    main()
