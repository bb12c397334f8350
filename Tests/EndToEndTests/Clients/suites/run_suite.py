"""Other people's integration tests against kdeck, beside Apache Kafka:
run_suite.py kafka-python|aiokafka KDECK KAFKA_SCRIPT [--sources DIR] [-- PYTEST_WORD...]

kafka-python's tests come with its source package, which is downloaded from PyPI. aiokafka's package leaves them out: name
a checkout of its repository with --sources. Clients and pytest go into .build/suites. Runs every test on both brokers,
prints what came out, and fails when a test passes on Apache Kafka and not on kdeck, unless `REASONS` says why.
"""

import pathlib
import re
import shutil
import subprocess
import sys
import tarfile
import tempfile
import venv
import xml.etree.ElementTree

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parents[3]
sys.path.insert(0, str(HERE.parent / "probe"))

from brokers import broker  # noqa: E402

PACKAGES = ["pytest", "pytest-timeout", "pytest-asyncio<1", "pytest-mock", "docker", "kafka-python", "aiokafka",
            "python-snappy", "cramjam", "lz4", "zstandard", "crc32c"]

# Tests that may fail on kdeck alone, by a pattern of their names.
REASONS = {
    r"transaction": "transactions are not there yet, and are refused as such",
    r"test_kip_345_enabled": "the test looks at one consumer while the other's callback may still run",
}


class Suite:
    def __init__(self, partitions, files, words, environment):
        self.partitions, self.files, self.words, self.environment = partitions, files, words, environment


SUITES = {
    "kafka-python": Suite(
        4,
        ["test/integration/test_admin_integration.py", "test/integration/test_consumer_integration.py",
         "test/integration/test_producer_integration.py"],
        ["-p", "kafka_python_plugin"],
        lambda address: {"KAFKA_URI": f"kafka://{address}", "KAFKA_VERSION": "4.2.0", "KAFKA_ROOT": "/tmp"},
    ),
    "aiokafka": Suite(
        2,
        [f"tests/test_{name}.py" for name in
         ("admin", "client", "conn", "consumer", "coordinator", "pep492", "producer", "transactional_producer",
          "transactional_consumer")],
        ["-k", "not ssl and not sasl", "-W", "default"],
        lambda address: {"BROKER": address},
    ),
}


def python():
    """The Python of a virtual environment that has the clients and pytest."""
    folder = ROOT / ".build" / "suites"
    program = folder / "bin" / "python3"
    check = [str(program), "-c", "import pytest, pytest_timeout, pytest_asyncio, kafka, aiokafka, snappy, docker"]
    if not program.exists() or subprocess.run(check, capture_output=True).returncode:
        venv.create(folder, with_pip=True)
        subprocess.run([program, "-m", "pip", "install", "--quiet", *PACKAGES], check=True)
    return str(program)


def unpacked(name, sources, folder):
    """The suite's files in a folder of ours."""
    if sources:
        shutil.copytree(pathlib.Path(sources) / "tests", folder / "tests")
        shutil.copy(pathlib.Path(sources) / "pyproject.toml", folder)
    else:
        words = [python(), "-m", "pip", "download", "--quiet", "--no-deps", "--no-binary", ":all:", name, "-d", folder]
        subprocess.run(words, check=True)
        archive = next(folder.glob("*.tar.gz"))
        with tarfile.open(archive) as packed:
            packed.extractall(folder, filter="data")
        folder = next(path for path in folder.iterdir() if path.is_dir())
    if name == "aiokafka":
        if not (folder / "tests").exists():
            raise SystemExit("aiokafka's package has no tests: name a checkout with --sources")
        shutil.copy(HERE / "aiokafka_conftest.py", folder / "tests" / "conftest.py")
    else:
        # The installed client is what is tested with; the tests' own folder must win over Python's.
        shutil.rmtree(folder / "kafka")
        (folder / "test" / "__init__.py").touch()
    return folder


def outcomes(suite, folder, address, side, words):
    """What came of each test on one broker."""
    report = folder / f"{side}.xml"
    environment = {"PATH": "/usr/bin:/bin", "PYTHONPATH": f"{HERE}:{folder}", **suite.environment(address)}
    subprocess.run(
        [python(), "-m", "pytest", "--timeout=60", "-q", "--show-capture=no", f"--junitxml={report}", *suite.words,
         *suite.files, *words],
        cwd=folder, env=environment, stdout=(folder / f"{side}.txt").open("w"), stderr=subprocess.STDOUT,
    )
    found = {}
    for case in xml.etree.ElementTree.parse(report).iter("testcase"):
        failure = case.find("failure") if case.find("failure") is not None else case.find("error")
        name = f"{case.get('classname')}.{case.get('name')}"
        if failure is not None:
            found[name] = ("failed", (failure.get("message") or "").split("\n")[0][:200])
        else:
            found[name] = ("skipped", "") if case.find("skipped") is not None else ("passed", "")
    return found


def main():
    arguments, words = sys.argv[1:], []
    if "--" in arguments:
        words = arguments[arguments.index("--") + 1 :]
        arguments = arguments[: arguments.index("--")]
    sources = None
    if "--sources" in arguments:
        place = arguments.index("--sources")
        sources = arguments[place + 1]
        del arguments[place : place + 2]
    if len(arguments) != 3 or arguments[0] not in SUITES:
        raise SystemExit(__doc__)
    name, kdeck, kafka = arguments
    suite, results = SUITES[name], {}
    setting = f"num.partitions={suite.partitions}"
    with tempfile.TemporaryDirectory() as folder:
        folder = unpacked(name, sources, pathlib.Path(folder))
        for side, where, options in (("Apache Kafka", kafka, [setting]), ("kdeck", kdeck, ["--set", setting])):
            with broker(where, side != "kdeck", *options) as address:
                results[side] = outcomes(suite, folder, address, side.split()[0], words)
    unexplained = 0
    for test, (ours, message) in results["kdeck"].items():
        theirs = results["Apache Kafka"].get(test, ("absent", ""))[0]
        if ours != "failed" or theirs == "failed":
            continue
        reason = next((reason for pattern, reason in REASONS.items() if re.search(pattern, test)), None)
        unexplained += reason is None
        print(f"{test} {theirs} on Apache Kafka, failed on kdeck: {reason or message}", file=sys.stderr)
    for side, found in results.items():
        counts = {what: sum(1 for one, _ in found.values() if one == what) for what in ("passed", "failed", "skipped")}
        print(f"{side}: {counts['passed']} passed, {counts['failed']} failed, {counts['skipped']} skipped")
    if unexplained:
        raise SystemExit(f"{unexplained} tests of {name} fail on kdeck alone without a known reason")


main()
