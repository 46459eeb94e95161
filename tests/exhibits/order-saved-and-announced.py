"""A failed commit leaves an event without an order; a later failure of the broker never reaches the `except`."""

import json
from datetime import datetime
from types import SimpleNamespace

from exhibit import load, raised, stub


class KafkaProducer:
    def __init__(self, bootstrap_servers, value_serializer, acks):
        self.serialize, self.buffer, self.options = value_serializer, [], {"acks": acks}

    def send(self, topic, value, key=None):
        """Appends to a buffer; whether the broker took it is known later, by the future."""
        self.buffer.append((topic, key, json.loads(self.serialize(value))))
        return SimpleNamespace(failed=True)


class Session:
    def __init__(self, works=True):
        self.works, self.added, self.saved = works, [], []

    def add(self, order):
        self.added.append(order)

    def flush(self):
        self.added[-1].id = 17

    def commit(self):
        if not self.works:
            raise ConnectionError
        self.saved += self.added


stub("kafka", KafkaProducer=KafkaProducer)
shown = load(
    BROKERS=[], Order=lambda **fields: SimpleNamespace(**fields), OrderLine=lambda **fields: SimpleNamespace(**fields)
)
customer = SimpleNamespace(id=7, to_dict=lambda: {"id": 7, "email": "ann@example.com"})
lines = [SimpleNamespace(sku="pen", quantity=2)]

refused = Session(works=False)
raised(ConnectionError, shown.place_order, refused, customer, lines)
topic, key, event = shown.producer.buffer[-1]
assert event["order"] == 17 and refused.saved == []  # announced, but not stored

good = Session()
assert shown.place_order(good, customer, lines) == 17 and len(good.saved) == 1  # though no broker has the event
assert key is None and shown.producer.options == {"acks": 1}
assert event["customer"]["email"] == "ann@example.com"  # the whole record
assert datetime.fromisoformat(event["at"]).tzinfo is None and "version" not in event
