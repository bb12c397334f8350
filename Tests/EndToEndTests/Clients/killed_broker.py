"""A kdeck that is killed and started again on the same folder and port."""

import random
import socket
import subprocess


def free_port(count=1):
    """The first of `count` free ports in a row, below those that the system gives to connections: what is free there is
    still free when its broker comes back."""
    while True:
        first = random.randrange(20_000, 32_000)
        try:
            for port in range(first, first + count):
                with socket.socket() as probe:
                    probe.bind(("127.0.0.1", port))
            return first
        except OSError:
            pass


def quiet(*_):
    """librdkafka's reports of lost connections: they are what this is about."""


class Broker:
    def __init__(self, program, folder, port):
        self.program, self.folder, self.port = program, folder, port
        self.process = None

    def start(self):
        self.process = subprocess.Popen(
            [self.program, "serve", "--port", str(self.port), "--data", self.folder], stdout=subprocess.PIPE, text=True
        )
        line = self.process.stdout.readline()
        if not line.startswith("ready "):
            raise SystemExit(f"kdeck said {line!r}")

    def kill(self):
        self.process.kill()
        self.process.wait()

    def stop(self):
        self.process.terminate()
        return self.process.wait(timeout=30)
