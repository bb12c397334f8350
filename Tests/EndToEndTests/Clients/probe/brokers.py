"""Brokers for the scripts of this folder: started, or already running."""

import contextlib
import pathlib
import re
import subprocess
import sys
import tempfile

sys.path.append(str(pathlib.Path(__file__).parent.parent))
from killed_broker import free_port


@contextlib.contextmanager
def broker(where, is_kafka, *options):
    """The address of a broker: `where` itself when it is one, else that of a fresh one, stopped at the end."""
    if re.fullmatch(r"[^/]+:\d+", where):
        yield where
    else:
        with tempfile.TemporaryDirectory() as folder:
            with (apache_kafka if is_kafka else kdeck_serve)(where, folder, *options) as address:
                yield address


@contextlib.contextmanager
def apache_kafka(script, folder, *settings):
    def cluster(*words):
        return subprocess.run([script, "cluster", *words], capture_output=True, text=True)

    # One for clients, one for controllers, one for other nodes.
    port = free_port(3)
    configs = [word for setting in settings for word in ("--config", setting)]
    try:
        started = cluster("start", folder, "--port", str(port), *configs)
        if started.returncode:
            raise SystemExit(f"Apache Kafka did not start: {started.stderr}")
        yield f"127.0.0.1:{port}"
    finally:
        cluster("stop", folder)


@contextlib.contextmanager
def kdeck_serve(program, folder, *options):
    process = subprocess.Popen(
        [program, "serve", "--port", "0", "--data", folder + "/data", *options], stdout=subprocess.PIPE, text=True
    )
    try:
        words = process.stdout.readline().split()
        if len(words) != 2 or words[0] != "ready":
            raise SystemExit(f"kdeck said {words}")
        yield words[1]
    finally:
        process.terminate()
        if process.wait(timeout=30) != 0:
            raise SystemExit(f"kdeck ended with status {process.returncode}")
