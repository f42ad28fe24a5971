"""Whom to ask or to tell at a school."""

from __future__ import annotations

from collections.abc import Sequence

from clauseway.model import Contact
from clauseway.publish.text import address, markdown


def contact_list(contacts: Sequence[Contact]) -> str:
    """The contacts as a Markdown list, telephone numbers and e-mail addresses as links."""
    return "".join(f"- {_contact(contact)}\n" for contact in contacts)


def _contact(contact: Contact) -> str:
    phone = f"[{markdown(contact.phone)}]({address('tel:' + contact.phone.replace(' ', ''))})" if contact.phone else ""
    email = f"[{markdown(contact.email)}]({address('mailto:' + contact.email)})" if contact.email else ""
    reached = ", ".join(part for part in (markdown(contact.name), phone, email) if part)
    return f"{markdown(contact.role)}: {reached}" if reached else markdown(contact.role)
