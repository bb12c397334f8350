"""kafka-python's integration tests against a broker that runs already: a plugin for pytest.

The tests know brokers from outside (`KAFKA_URI`), but import a module for starting their own that the source package
leaves out; this stands in for it.
"""

import sys
import types


class ExternalService:
    """A broker that nobody here starts or stops."""

    def __init__(self, host, port):
        self.host, self.port = host, port

    def open(self):
        pass

    def close(self):
        pass

    def stop(self):
        pass

    def dump_logs(self):
        pass


class SpawnedService:
    """A broker of the tests' own: there is none."""

    def __init__(self, *_):
        raise RuntimeError("these tests run against a broker that is there already")


service = types.ModuleType("test.service")
service.ExternalService, service.SpawnedService = ExternalService, SpawnedService
sys.modules["test.service"] = service
