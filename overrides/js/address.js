// The state of a page is in its address, so that it can be sent on.

/** The address of this page with another choice; whatever else it holds stays. */
export function addressOf(choice) {
  const query = new URLSearchParams(location.search);
  for (const [name, value] of Object.entries(choice)) {
    if (value) query.set(name, value);
    else query.delete(name);
  }
  const search = query.toString();
  return location.pathname + (search && `?${search}`) + location.hash;
}
