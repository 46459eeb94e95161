"""Anyone signed in reads all invoices and marks any as paid by a GET; an unknown or odd id ends in an error."""

from types import SimpleNamespace

from exhibit import load, raised


class DoesNotExist(Exception):
    pass


class Rows(list):
    def all(self):
        return Rows(self)

    def filter(self, customer_id):
        return Rows(row for row in self if row.customer == int(customer_id))

    def get(self, pk):
        for row in self:
            if row.pk == pk:
                return row
        raise DoesNotExist


def invoice(pk, customer):
    return SimpleNamespace(pk=pk, customer=customer, status="open", save=lambda: None)


def action(detail, methods):
    return lambda method: vars(method).update(methods=methods) or method


rows = Rows([invoice(1, 7), invoice(2, 8)])
nothing = SimpleNamespace
shown = load(
    serializers=nothing(ModelSerializer=object, CharField=lambda **options: None),
    viewsets=nothing(ModelViewSet=object),
    IsAuthenticated=object, Invoice=nothing(objects=rows), action=action, Response=dict,
)
assert shown.InvoiceSerializer.Meta.fields == "__all__"


def view(**query):
    one = shown.InvoiceViewSet()
    one.request = SimpleNamespace(user=SimpleNamespace(id=7), query_params=query)
    return one


assert view().get_queryset() == rows  # the invoices of all customers
assert [row.pk for row in view(customer="8").get_queryset()] == [2]
assert shown.InvoiceViewSet.mark_paid.methods == ["get"]
view().mark_paid(None, pk=2)
assert rows[1].status == "paid"  # another customer's
raised(DoesNotExist, view().mark_paid, None, pk=3)
raised(ValueError, view(customer="x").get_queryset)
