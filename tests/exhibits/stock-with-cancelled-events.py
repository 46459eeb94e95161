"""Replaying the events that are not cancelled passes the asserts; cancellations after `upto` must not count."""

from exhibit import load, raised


def replay(events, known):
    cancelled = {event["event"] for event in known if event["type"] == "cancelled"}
    result = {}
    for event in events:
        if event["no"] in cancelled or event["type"] == "cancelled":
            continue
        before = result.get(event["sku"], 0)
        if event["type"] == "received":
            result[event["sku"]] = before + event["quantity"]
        elif event["type"] == "shipped":
            result[event["sku"]] = before - event["quantity"]
        elif event["type"] == "counted":
            result[event["sku"]] = event["quantity"]
        else:
            raise ValueError(event["type"])
    return result


def until(events, upto):
    return [event for event in events if upto is None or event["no"] <= upto]


def stock(events, upto=None):
    return replay(until(events, upto), until(events, upto))


def all_cancellations(events, upto=None):
    """Anchor 2: counts cancellations after `upto`."""
    return replay(until(events, upto), events)


def off_the_sum(events, upto=None):
    """Anchor 1: takes a cancelled quantity off the running sum."""
    result, known = stock([event for event in events if event["type"] != "cancelled"], upto), until(events, upto)
    for event in known:
        if event["type"] == "cancelled":
            result[events[event["event"] - 1]["sku"]] -= events[event["event"] - 1]["quantity"]
    return result


shown = load(stock=stock)
raised(AssertionError, load, stock=all_cancellations)
raised(AssertionError, load, stock=off_the_sum)
raised(ValueError, stock, [{"no": 1, "type": "moved", "sku": "pen", "quantity": 1}])

counted = {"no": 8, "type": "counted", "sku": "pen", "quantity": 3}
more = shown.events + [counted, {"no": 9, "type": "cancelled", "event": 8}]
assert stock(more, upto=8)["pen"] == 3 and stock(more)["pen"] == 25
assert stock([], None) == {}
