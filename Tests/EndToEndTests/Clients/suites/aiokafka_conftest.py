"""Takes the place of aiokafka's own conftest, which starts a container: its tests against a broker that runs already."""

import asyncio
import gc
import os

import pytest


@pytest.fixture(scope="class")
def loop(request):
    loop = asyncio.new_event_loop()
    asyncio.set_event_loop(loop)
    yield loop
    if not loop.is_closed():
        loop.call_soon(loop.stop)
        loop.run_forever()
        loop.close()
    gc.collect()
    asyncio.set_event_loop(None)


@pytest.fixture(scope="class")
def setup_test_class_serverless(request, loop):
    request.cls.loop = loop


@pytest.fixture(scope="class")
def setup_test_class(request, loop):
    host, port = os.environ["BROKER"].split(":")
    request.cls.loop = loop
    request.cls.kafka_host, request.cls.kafka_port = host, int(port)
    request.cls.hosts = [f"{host}:{port}"]
    request.cls.kafka_version = "4.3.1"
    # What needs the inside of a container, certificates or Kerberos is left out by name.
    for absent in ("ssl_folder", "acl_manager", "kerberos_utils", "kafka_config"):
        setattr(request.cls, absent, None)
    for absent in ("kafka_ssl_port", "kafka_sasl_plain_port", "kafka_sasl_ssl_port"):
        setattr(request.cls, absent, 0)


@pytest.fixture(scope="class")
def ssl_folder():
    pytest.skip("needs the certificates of aiokafka's container")
