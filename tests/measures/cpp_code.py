"""Functions, types and comments of C++ files, read from the source by its braces."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from measures.python_code import Place

# Comments, then what may hold braces without opening a block: literals and preprocessor lines.
COMMENT = r"//[^\n]*|/\*.*?\*/"
LITERAL = r'R"(?P<mark>[^( ]*)\(.*?\)(?P=mark)"|"(?:\\.|[^"\\\n])*"|(?<![0-9a-fA-F])\'(?:\\.|[^\'\\\n])+\''
DIRECTIVE = r"^[ \t]*#(?:\\\n|[^\n])*"
APART = re.compile(f"(?P<comment>{COMMENT})|{LITERAL}|{DIRECTIVE}", re.DOTALL | re.MULTILINE)
ATTRIBUTE = re.compile(r"\[\[[^\]]*\]\]")
TYPE = re.compile(
    r"(?:^|[\s>])(class|struct|union)\s+(?:\[\[[^\]]*\]\]\s*)?(?:alignas\([^)]*\)\s*)?([\w:]+)"
)
INITIALISERS = re.compile(r"\)\s*(?:noexcept(?:\([^()]*\))?\s*)?:(?!:)")


def code_alone(text: str) -> str:
    """The text without comments and directives and with empty literals; lines keep their numbers."""

    def blank(found: re.Match[str]) -> str:
        lines = "\n" * found[0].count("\n")
        literal = found["comment"] is None and not found[0].lstrip().startswith("#")
        return '""' + lines if literal else lines

    return APART.sub(blank, text)


def comment_lines(text: str) -> int:
    """Lines that hold a comment, alone or behind code."""
    return sum(
        found["comment"].count("\n") + 1
        for found in APART.finditer(text)
        if found["comment"] is not None
    )


@dataclass
class Block:
    """A pair of braces: what opens it, where it begins, and what it is."""

    kind: str  # namespace, type, function, or inner: initialisers and blocks of functions
    name: str
    line: int
    last: int = 0
    statements: list[str] = field(default_factory=list)


def blocks(text: str) -> Iterator[Block]:
    """Namespaces, types and functions in the order in which they end."""
    code = code_alone(text)
    open_: list[tuple[Block, str, int]] = []  # each with the words in front of it and their line
    head, head_line, line, depth = "", 1, 1, 0
    for piece in re.findall(r"\n|[{}();]|[^\n{}();]+", code):
        line += piece == "\n"
        inside_function = any(block.kind == "function" for block, _, _ in open_)
        if piece == "{":
            kind, name = ("inner", "") if inside_function or depth else opened(head)
            open_.append((Block(kind, name, head_line), head, head_line))
            if kind in ("namespace", "type", "function"):
                head, depth = "", 0
            continue
        if piece == "}" and open_:
            block, before, before_line = open_.pop()
            block.last = line
            if block.kind == "inner":
                head, head_line = before + "{}", before_line
            else:
                yield block
                head = ""
                if open_ and block.kind == "function":
                    open_[-1][0].statements.append(before)
            continue
        depth += (piece == "(") - (piece == ")")
        if piece == ";" and depth <= 0:
            if open_ and not inside_function:
                open_[-1][0].statements.append(head)
            head = ""
        elif head.strip() or piece.strip():
            head_line = head_line if head.strip() else line
            head += " " if piece == "\n" else piece


def opened(head: str) -> tuple[str, str]:
    """What a brace opens behind these words, outside of functions and parentheses."""
    words = re.sub(r"\b(?:public|private|protected)\s*:", "", ATTRIBUTE.sub("", head)).strip()
    if re.search(r"\bnamespace\b", words) or words.startswith("extern"):
        return "namespace", words.split()[-1]
    plain = without_brackets(words)
    if re.search(r"\benum\b", plain) or re.search(r"\bconcept\b", plain):
        return "inner", ""
    if "(" not in plain:
        named = TYPE.search(" " + plain)
        return ("type", named[2]) if named else ("inner", "")
    if re.search(r"[\w>]$", words) and INITIALISERS.search(words):  # one member, as in `a_{x}`
        return "inner", ""
    lambda_ = re.search(r"(\w+)\s*=\s*\[", words)
    if lambda_:
        return "function", lambda_[1]
    if re.search(r"[^=!<>]=[^=]", without_parentheses(plain)) and "operator" not in plain:
        return "inner", ""
    name = re.search(r"([\w:~]+|operator\s*\S+?)\s*\(", plain)
    return "function", name[1] if name else plain


def without_brackets(text: str) -> str:
    """The words without template parameters and arguments."""
    before = None
    while before != text:
        before, text = text, re.sub(r"<[^<>(){};=]*(?:\([^()]*\)[^<>(){};=]*)*>", "", text)
    return text


def without_parentheses(text: str) -> str:
    before = None
    while before != text:
        before, text = text, re.sub(r"\([^()]*\)", "", text)
    return text


def functions(file: Path) -> Iterator[Place]:
    """Each function and each lambda with a name outside of functions, from its first line on."""
    for block in blocks(file.read_text(encoding="utf-8")):
        if block.kind == "function":
            yield Place(file, block.line, block.name, block.last - block.line + 1)


@dataclass(frozen=True)
class Type:
    """A class or struct: how many methods it declares, and what it keeps."""

    place: Place
    methods: int
    members: int  # that may change: neither const nor static
    flags: int  # of them bools


def types(file: Path) -> Iterator[Type]:
    for block in blocks(file.read_text(encoding="utf-8")):
        if block.kind != "type":
            continue
        methods = members = flags = 0
        for statement in block.statements:
            words = re.sub(r"\b(?:public|private|protected)\s*:", "", statement).strip()
            plain = without_brackets(ATTRIBUTE.sub("", words)).strip()
            if not plain or re.match(
                r"(?:using|friend|static_assert|template|enum|class|struct)\b", plain
            ):
                if re.match(r"template\b", plain) and "(" in plain:
                    methods += 1
                continue
            value = re.split(r"(?<![=!<>])=(?!=)|\{", plain)[0]
            if "(" in value or "operator" in value:
                own = re.match(
                    r"(?:explicit |constexpr |inline )*~?" + block.name + r"\s*\(", plain
                )
                methods += not own and not plain.endswith(("= default", "= delete"))
            elif not re.match(r"(?:inline |constexpr )*(?:static|const|constexpr)\b", plain):
                names = without_parentheses(re.sub(r"\{[^{}]*\}", "", plain)).count(",") + 1
                members += names
                flags += names if re.match(r"(?:mutable )?bool\b", plain) else 0
        yield Type(Place(file, block.line, block.name), methods, members, flags)
