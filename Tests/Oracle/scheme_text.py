"""Scheme files: a reader of the YAML subset that scheme files use, and a writer that varies the form.

The subset: block mappings and block sequences of mappings, flow mappings and flow sequences (over several lines as
well), plain, single- and double-quoted scalars, comments. Every scalar stays text. Anything else is an error.
"""

import re

PLAIN_END = re.compile(r": |:$|,|\}|\]| #|$")


def read(text):
    """Nested dicts and lists of text."""
    lines = [(number, line.rstrip()) for number, line in enumerate(text.split("\n"), 1)]
    reader = Reader([(number, line) for number, line in lines if line.strip() and not line.strip().startswith("#")])
    value = reader.block(0)
    if reader.place != len(reader.lines):
        raise ValueError(f"line {reader.lines[reader.place][0]}: unexpected indentation")
    return value


class Reader:
    def __init__(self, lines):
        self.lines, self.place = lines, 0

    def indentation(self):
        if self.place == len(self.lines):
            return -1
        line = self.lines[self.place][1]
        return len(line) - len(line.lstrip(" "))

    def block(self, indentation):
        line = self.lines[self.place][1].strip()
        return self.sequence(indentation) if line.startswith("- ") or line == "-" else self.mapping(indentation)

    def sequence(self, indentation):
        found = []
        while self.indentation() == indentation and self.lines[self.place][1].lstrip().startswith("-"):
            number, line = self.lines[self.place]
            rest = line[indentation + 1 :]
            inner = indentation + 1 + len(rest) - len(rest.lstrip(" "))
            if not rest.strip():
                self.place += 1
                found.append(self.block(self.indentation()))
            elif rest.lstrip()[0] in "[{\"'" or not re.match(r"[A-Za-z_]\w*:( |$)", rest.lstrip()):
                found.append(self.flow(inner))
            else:
                self.lines[self.place] = (number, " " * inner + rest.lstrip())
                found.append(self.mapping(inner))
        return found

    def mapping(self, indentation):
        found = {}
        while self.indentation() == indentation:
            number, line = self.lines[self.place]
            match = re.match(r'("?)([A-Za-z_][\w-]*)\1:( +|$)', line[indentation:])
            if match is None or match.group(2) in found:
                raise ValueError(f"line {number}: not a new key")
            start = indentation + match.end()
            if start < len(line) and line[start] != "#":
                found[match.group(2)] = self.flow(start)
                continue
            self.place += 1
            inner = self.indentation()
            if inner < indentation or (inner == indentation and self.lines[self.place][1][inner] != "-"):
                raise ValueError(f"line {number}: no value")
            found[match.group(2)] = self.block(inner)
        return found

    def flow(self, start):
        """A value that begins in the present line; flow collections may reach over following lines."""
        number, line = self.lines[self.place]
        text = line[start:]
        while True:
            try:
                value, end = flow_value(text, 0, inside=False)
                break
            except IndexError:
                self.place += 1
                if self.place == len(self.lines):
                    raise ValueError(f"line {number}: not closed") from None
                text += " " + self.lines[self.place][1].strip()
        if text[end:].strip() and not text[end:].lstrip().startswith("#"):
            raise ValueError(f"line {number}: text after the value")
        self.place += 1
        return value


def skip(text, place):
    while text[place] == " ":
        place += 1
    return place


def flow_value(text, place, inside):
    """(value, place behind it); an IndexError says that the text ends too early."""
    place = skip(text, place)
    if text[place] == "[":
        return flow_sequence(text, place + 1)
    if text[place] == "{":
        return flow_mapping(text, place + 1)
    if text[place] == '"':
        return double_quoted(text, place + 1)
    if text[place] == "'":
        return single_quoted(text, place + 1)
    if text[place] in "&*!|>%@`":
        raise ValueError(f"not in the subset: {text[place:]}")
    pattern = PLAIN_END if inside else re.compile(r" #|$")
    end = pattern.search(text, place).start()
    if inside and end == len(text):
        raise IndexError
    return text[place:end].strip(), end


def flow_sequence(text, place):
    found = []
    while text[skip(text, place)] != "]":
        value, place = flow_value(text, place, inside=True)
        found.append(value)
        place = skip(text, place)
        if text[place] == ",":
            place += 1
    return found, skip(text, place) + 1


def flow_mapping(text, place):
    found = {}
    while text[skip(text, place)] != "}":
        key, place = flow_value(text, place, inside=True)
        place = skip(text, place)
        if text[place] != ":" or key in found:
            raise ValueError(f"not a new key: {key}")
        found[key], place = flow_value(text, place + 1, inside=True)
        place = skip(text, place)
        if text[place] == ",":
            place += 1
    return found, skip(text, place) + 1


def double_quoted(text, place):
    found = ""
    while text[place] != '"':
        if text[place] == "\\":
            place += 1
            if text[place] not in '"\\':
                raise ValueError("only \\\" and \\\\ are in the subset")
        found += text[place]
        place += 1
    return found, place + 1


def single_quoted(text, place):
    found = ""
    while text[place] != "'" or text[place + 1 : place + 2] == "'":
        place += 1 if text[place] != "'" else 2
        found += text[place - 1]
    return found, place + 1


def write(scheme, rng):
    """The scheme as a YAML file; order of keys, quotes, comments and block or flow form are drawn from rng."""
    return "# A random scheme.\n" + "\n".join(block_lines(scheme, 0, rng)) + "\n"


def block_lines(value, indentation, rng):
    pad, lines = " " * indentation, []
    if isinstance(value, dict):
        keys = list(value)
        rng.shuffle(keys)
        for key in keys:
            lines += entry_lines(f"{pad}{key}:", value[key], indentation, rng)
        return lines
    for entry in value:
        if isinstance(entry, dict) and rng.random() < 0.6:
            inner = block_lines(entry, indentation + 2, rng)
            lines += [f"{pad}- {inner[0].lstrip()}"] + inner[1:]
        else:
            lines.append(f"{pad}- {flow_text(entry, rng)}")
    return lines


def entry_lines(start, value, indentation, rng):
    is_flat = isinstance(value, str) or (isinstance(value, list) and isinstance(value[0], list))
    if is_flat or depth(value) <= 2 and rng.random() < 0.6:
        comment = "  # drawn" if rng.random() < 0.05 else ""
        return [f"{start} {flow_text(value, rng)}{comment}"]
    return [start] + block_lines(value, indentation + 2, rng)


def depth(value):
    if isinstance(value, str):
        return 0
    children = value.values() if isinstance(value, dict) else value
    return 1 + max(depth(child) for child in children)


def flow_text(value, rng):
    if isinstance(value, dict):
        keys = list(value)
        rng.shuffle(keys)
        return "{" + ", ".join(f"{key}: {flow_text(value[key], rng)}" for key in keys) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(flow_text(entry, rng) for entry in value) + "]"
    if not re.fullmatch(r"[\w.][\w.-]*|-[\d.]+", value):
        if rng.random() < 0.5:
            return "'" + value.replace("'", "''") + "'"
        return '"' + value.replace("\\", "\\\\").replace('"', '\\"') + '"'
    return value
