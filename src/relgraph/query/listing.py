"""The shipped queries told to people: a list, one in full, and the page of the documentation."""

from relgraph.query.named import NamedQuery, named_queries


def listing() -> str:
    """All shipped queries, a line each, with the parameters that they take."""
    queries = named_queries()
    width = max(len(query.name) for query in queries)
    return "".join(f"{query.name:{width}}  {query.title}{_takes(query)}\n" for query in queries)


def described(query: NamedQuery) -> str:
    """One query in full: what it answers, its parameters, how to ask it, and its SPARQL."""
    lines = [f"{query.name}: {query.title}", query.answers, ""]
    lines += [f"  --set {each.name}=…  {each.meaning} [{each.example or 'empty'}]" for each in query.parameters]
    lines += ["", query.text.rstrip("\n")] if query.parameters else [query.text.rstrip("\n")]
    return "\n".join(lines) + "\n"


def catalogue() -> str:
    """The shipped queries in Markdown, for docs/queries.md."""
    return "\n".join(_section(query) for query in named_queries())


def _takes(query: NamedQuery) -> str:
    names = ", ".join(each.name for each in query.parameters)
    return f" ({names})" if names else ""


def _section(query: NamedQuery) -> str:
    settings = "".join(f" --set {each.name}='{each.example}'" for each in query.parameters)
    bullets = "".join(f"- `{each.name}`: {each.meaning}\n" for each in query.parameters)
    command = f"```sh\nrelgraph query output/ {query.name}{settings}\n```\n"
    return f"### {query.name}\n\n{query.title}. {query.answers}\n\n{bullets}{'\n' if bullets else ''}{command}"
