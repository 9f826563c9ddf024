"""How long a person waits: `sayso read` on one page, `sayso --version` and `import sayso`, from process start.

    python benchmarks/start.py [--runs 10] [--page examples/court-arson.html]

Everything runs on one core, in turn; the files are in the system's cache after the first, uncounted round. Then the
modules whose import costs most, as `python -X importtime` sees them.
"""

from __future__ import annotations

import argparse
import os
import re
import subprocess
import sys
import time
from pathlib import Path

from inputs import EXAMPLES
from measuring import cores, machine, median, pin, spread, table

SAYSO = Path(sys.executable).with_name("sayso")
_IMPORT = re.compile(r"import time:\s+(\d+) \|\s+(\d+) \| (\s*)(\S+)")


def run(command: list[str]) -> tuple[float, float]:
    """Give (wall, processor) seconds of a process."""
    began = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    _, status, used = os.wait4(process.pid, 0)
    wall = time.perf_counter() - began
    assert process.stderr is not None
    if status:
        raise SystemExit(f"{' '.join(command)} failed:\n{process.stderr.read().decode()}")
    process.stderr.close()
    process.returncode = 0
    return wall, used.ru_utime + used.ru_stime


def imports(code: list[str], top: int) -> list[tuple[str, str, str]]:
    """Give (module, own ms, ms with what it imports), those with the largest own time first."""
    lines = subprocess.run([sys.executable, "-X", "importtime", *code], capture_output=True, text=True, check=True)
    found = [(m[4], int(m[1]) / 1000, int(m[2]) / 1000) for m in _IMPORT.finditer(lines.stderr)]
    by_package: dict[str, float] = {}
    for name, own, _ in found:
        by_package[name.split(".")[0]] = by_package.get(name.split(".")[0], 0) + own
    ordered = sorted(by_package.items(), key=lambda item: -item[1])
    modules = {name: sum(n.split(".")[0] == name for n, _, _ in found) for name, _ in ordered}
    rows = [(name, f"{own:.0f}", str(modules[name])) for name, own in ordered[:top]]
    return [*rows, ("all", f"{sum(by_package.values()):.0f}", str(len(found)))]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--runs", type=int, default=10)
    parser.add_argument("--page", type=Path, default=EXAMPLES / "court-arson.html")
    parser.add_argument("--core", type=int, default=cores()[0])
    options = parser.parse_args()
    pin([options.core])
    page = str(options.page)
    commands = {
        f"sayso read {options.page.name}": [str(SAYSO), "read", page],
        f"sayso read {options.page.name} --format html": [str(SAYSO), "read", page, "--format", "html"],
        "sayso --version": [str(SAYSO), "--version"],
        "import sayso": [sys.executable, "-c", "import sayso"],
        "python alone": [sys.executable, "-c", "pass"],
    }
    paste = EXAMPLES / "breaking-paste.txt"
    if paste.is_file():
        commands = {f"sayso read {paste.name}": [str(SAYSO), "read", str(paste)], **commands}
    times: dict[str, list[tuple[float, float]]] = {name: [] for name in commands}
    for turn in range(options.runs + 1):
        for name, command in commands.items():
            took = run(command)
            if turn:
                times[name].append(took)
    print(machine())
    rows = []
    for name, took in times.items():
        wall, cpu = [one[0] for one in took], [one[1] for one in took]
        rows.append((f"`{name}`", f"{median(wall):.2f}", spread(wall), f"{median(cpu):.2f}"))
    print("\n" + table(("from process start", "s, median", "all runs", "s of processor"), rows))
    for title, code in (
        ("`import sayso`", ["-c", "import sayso"]),
        (f"`sayso read {options.page.name}`", ["-m", "sayso.cli.main", "read", page]),
    ):
        print(f"\n### What {title} imports\n")
        print(table(("package", "ms", "modules"), imports(code, 12)))


if __name__ == "__main__":
    main()
