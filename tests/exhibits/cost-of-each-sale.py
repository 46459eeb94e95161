"""A queue of purchases per item gives the expected costs; the average price, or one queue for all, does not."""

from collections import deque

from exhibit import load


def sale_costs(movements):
    queues, stock, costs = {}, {}, []
    for item, pieces, price in movements:
        queue = queues.setdefault(item, deque())
        if pieces > 0:
            queue.append([pieces, price])
        elif -pieces > stock.get(item, 0):
            costs.append((item, None))
            continue
        else:
            wanted, cost = -pieces, 0
            while wanted:
                taken = min(wanted, queue[0][0])
                cost, wanted = cost + taken * queue[0][1], wanted - taken
                queue[0][0] -= taken
                if not queue[0][0]:
                    queue.popleft()
            costs.append((item, cost))
        stock[item] = stock.get(item, 0) + pieces
    return costs


def by_average(movements):
    bought = {}
    for item, pieces, price in movements:
        if pieces > 0:
            count, cost = bought.get(item, (0, 0))
            bought[item] = count + pieces, cost + pieces * price
    return [(item, -n * bought[item][1] / bought[item][0]) for item, n, _ in movements if n < 0]


shown = load()
assert sale_costs(shown.movements) == shown.expected
assert by_average(shown.movements)[0] != shown.expected[0]

buy = [("a", 1, 1), ("a", 1, 2), ("a", 1, 3)]
assert sale_costs(buy + [("a", -3, None)]) == [("a", 6)]
assert sale_costs(buy + [("a", -1, None), ("a", -2, None)]) == [("a", 1), ("a", 5)]
assert sale_costs(buy + [("a", -4, None), ("a", -3, None)]) == [("a", None), ("a", 6)]
assert sale_costs([("b", -1, None)]) == [("b", None)]
