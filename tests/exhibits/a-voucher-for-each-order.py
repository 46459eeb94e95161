"""Each failure of the database makes one more voucher and letter; a bad order comes back for ever."""

import json
import logging
from types import SimpleNamespace

from exhibit import load, raised, stub

letters, answers = [], []


class Channel:
    def basic_publish(self, exchange, routing_key, body):  # neither persistent nor confirmed
        letters.append(json.loads(body))

    def basic_ack(self, tag):
        answers.append("ack")

    def basic_nack(self, tag, requeue):
        answers.append("again" if requeue else "dropped")

    def __getattr__(self, name):
        return lambda *values, **named: None


class Database:
    away = 30

    def __enter__(self):
        Database.away -= 1
        if Database.away >= 0:
            raise ConnectionError
        return self

    def __exit__(self, *error):
        pass

    def execute(self, query, values):
        pass


logging.disable()
channel = Channel()
stub("pika", BlockingConnection=lambda _: SimpleNamespace(channel=lambda: channel), ConnectionParameters=str)
codes = iter(range(1000))
service = SimpleNamespace(create=lambda customer, amount: next(codes))
shown = load(voucher_service=service, database=Database)
method = SimpleNamespace(delivery_tag=1)

order = json.dumps({"id": 1, "customer": 7, "amount": 50})
while not answers or answers[-1] == "again":
    shown.handle(channel, method, None, order)
assert len(letters) == 31 and len({letter["code"] for letter in letters}) == 31

for _ in range(100):
    shown.handle(channel, method, None, '{"id": 2, "customer": 7}')  # no amount
assert answers[-100:] == ["again"] * 100
raised(ValueError, shown.handle, channel, method, None, "{")
