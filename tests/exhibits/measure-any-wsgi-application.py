"""An object that reports in `close` passes list, generator, early end and error; a generator need not."""

import time

from exhibit import load, raised


class Measured:
    def __init__(self, app, environ, start_response, report, clock):
        self.path, self.report, self.clock, self.begin = environ["PATH_INFO"], report, clock, clock()
        self.status, self.size, self.done, self.result = None, 0, False, []

        def noted(line, *rest):
            self.status = int(line.split()[0])
            return start_response(line, *rest)

        try:
            self.result = app(environ, noted)
        except BaseException:
            self.close()
            raise

    def __iter__(self):
        for chunk in self.result:
            self.size += len(chunk)
            yield chunk

    def close(self):
        try:
            getattr(self.result, "close", lambda: None)()
        finally:
            if not self.done:
                self.done = True
                self.report(self.path, self.status, self.clock() - self.begin, self.size)


def measured(app, report, clock):
    return lambda environ, start_response: Measured(app, environ, start_response, report, clock)


def by_generator(app, report, clock):
    def wrapped(environ, start_response):
        try:
            yield from app(environ, start_response)
        finally:
            report(environ["PATH_INFO"])

    return wrapped


reports = []
shown = load(measured=measured, time=time, print=lambda *line: reports.append(line))
for app in (shown.rows, lambda environ, start: 1 / 0):  # the client goes away; the application raises
    watched = measured(app, shown.print, time.time)
    raised(ZeroDivisionError, shown.serve, watched, {"PATH_INFO": "/x"}, lambda head, chunk: 1 / 0)
assert [line[:2] + line[3:] for line in reports] == [("/ann", 200, 11), ("/x", 200, 4), ("/x", None, 0)]

by_generator(shown.hello, shown.print, time.time)({"PATH_INFO": "/y"}, None).close()  # before its first step
assert len(reports) == 3
