"""A board on a throwaway database, for the tests beside this file."""

import http.client
import json
import os
import re
import signal
import socket
import ssl
import subprocess
import tempfile
import threading
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PROGRAM = os.environ.get("SOUSCHEF_BOARD_PROGRAM", str(ROOT / ".build/release/souschef-board"))

KITCHEN = """
dishes:
  - {name: Pasta, waiting: 10m}
  - {name: Meatloaf, steps: [{title: Heat, waiting: 3m, uses: {microwave: 1}}]}
  - {name: Avocado, blocking: 2m}
  - {name: "<img src=x onerror=alert(1)>", blocking: 1m, tags: ["</script>"], notes: "\\u202Eright to left"}
meals:
  - {name: lunch, dishes: [Pasta, Meatloaf, Avocado]}
"""


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class Board:
    """The program as a process; `with Board() as board:`."""

    def __init__(self, *options, limit=None):
        self.port = free_port()
        self.folder = tempfile.TemporaryDirectory()
        self.database = self.folder.name + "/kitchen.db"
        self.options = options
        self.limit = limit
        self.scheme = "https" if "--tls" in options else "http"
        self.origin = f"{self.scheme}://127.0.0.1:{self.port}"
        self.cookie = None

    def __enter__(self):
        self.start()
        return self

    def start(self):
        command = [PROGRAM, "--db", self.database, "--port", str(self.port), *self.options]
        if self.limit:
            command = ["bash", "-c", f'ulimit -n {self.limit}; exec "$@"', "bash", *command]
        self.lines = []
        self.process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
        threading.Thread(target=self._read, args=(self.process,), daemon=True).start()
        self._await(lambda: self.secret(), "the board printed no link")
        self._await(self.answers, "the board does not answer")

    def _read(self, process):
        for line in process.stdout:
            self.lines.append(line)

    def _await(self, condition, failure, seconds=10):
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            if condition():
                return
            time.sleep(0.02)
        raise AssertionError(failure + ": " + "".join(self.lines))

    def answers(self):
        try:
            socket.create_connection(("127.0.0.1", self.port), 1).close()
            return True
        except OSError:
            return False

    def secret(self):
        found = re.findall(r"/pair#([0-9a-f]{32})", "".join(self.lines))
        return found[-1] if found else None

    def pin(self):
        return re.findall(r"type ([0-9]{6})\.", "".join(self.lines))[-1]

    def __exit__(self, *_):
        if self.process.poll() is None:
            self.process.kill()
            self.process.wait()
        self.folder.cleanup()

    def request(self, method, path, body=None, headers=None, cookie=True, timeout=15):
        """Status, fields and text of an exchange."""
        if self.scheme == "https":
            unchecked = ssl._create_unverified_context()
            connection = http.client.HTTPSConnection("127.0.0.1", self.port, timeout=timeout, context=unchecked)
        else:
            connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=timeout)
        fields = {}
        if cookie and self.cookie:
            fields["Cookie"] = self.cookie
        if method == "POST":
            fields["Origin"] = self.origin
            fields["Content-Type"] = "application/json"
        fields.update(headers or {})
        fields = {name: value for name, value in fields.items() if value is not None}
        if body is not None and not isinstance(body, (str, bytes)):
            body = json.dumps(body)
        connection.request(method, path, body, fields)
        answer = connection.getresponse()
        text = answer.read().decode()
        connection.close()
        return answer.status, dict((name.lower(), value) for name, value in answer.getheaders()), text

    def get(self, path):
        status, _, text = self.request("GET", path)
        return status, json.loads(text)

    def post(self, path, body):
        status, _, text = self.request("POST", path, body)
        return status, json.loads(text)

    def pair(self, **more):
        """Lets this client in and fills the kitchen."""
        status, fields, text = self.request("POST", "/api/pair", {"secret": self.secret(), **more}, cookie=False)
        assert status == 200, text
        self.cookie = fields["set-cookie"].split(";")[0]

    def furnish(self):
        status, said = self.post("/api/import", {"text": KITCHEN})
        assert status == 200, said

    def raw(self, data, seconds=5, chunks=None):
        """What comes back to bytes that are sent as they are, until the board closes or time is up."""
        with socket.create_connection(("127.0.0.1", self.port), 5) as connection:
            connection.settimeout(seconds)
            answer = b""
            try:
                connection.sendall(data)
                for chunk in chunks or []:
                    time.sleep(chunk[0])
                    connection.sendall(chunk[1])
                while True:
                    part = connection.recv(65536)
                    if not part:
                        break
                    answer += part
            except (socket.timeout, ConnectionError) as error:
                return answer, type(error).__name__
            return answer, "closed"

    def stop(self, number=signal.SIGTERM):
        began = time.monotonic()
        self.process.send_signal(number)
        self.process.wait(10)
        return time.monotonic() - began
