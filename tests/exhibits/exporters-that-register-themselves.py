"""One object serves all exports; base classes are filed, inherited and equal suffixes overwrite, keywords fail."""

import abc

from exhibit import load, raised

shown = load()
exporters = shown.Registry.exporters

assert shown.export([[1, 2]], "csv") == "1,2"
assert shown.export([[3, 4]], "csv") == "1,2\n3,4"  # the second customer gets the first one's rows

assert set(exporters) == {None, "csv"}
assert type(exporters[None]) is shown.ExcelExporter  # in the place of Exporter
raised(KeyError, shown.export, [], "xlsx")


class OtherCsv(shown.Exporter):
    suffix = "csv"


assert type(exporters["csv"]) is OtherCsv  # the later class wins, without a word

assert "metaclass" in str(raised(TypeError, lambda: type("Both", (shown.Exporter, abc.ABC), {})))


def with_keyword():
    class Keyword(shown.Exporter, suffix="x"):
        pass


raised(TypeError, with_keyword)
