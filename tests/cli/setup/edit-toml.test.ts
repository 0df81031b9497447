import { parse } from 'smol-toml';
import { describe, expect, it } from 'vitest';
import { setTomlValue, type TomlPath } from '../../../src/cli/setup/edit-toml.ts';
import { SetupFault } from '../../../src/cli/setup/setup-fault.ts';

const FILE = `# ours
name = "a" # the Worker

# what is aliased
[alias]
"x" = "y"

[vars]   # settings
SITE = "a # b" # "news.example" # and more
LIST = [
  "one", # first
]

[[kv_namespaces]]
binding = "ONE"

# the second
[[kv_namespaces]]
binding = "TWO" # here
`;

describe('setting a value in a file that people keep', () => {
  it.each<[TomlPath, unknown, string]>([
    [['name'], 'b', 'name = "b" # the Worker'],
    [['vars', 'SITE'], 'c "d"', String.raw`SITE = "c \"d\"" # "news.example" # and more`],
    [['vars', 'NEW'], '', ']\nNEW = ""\n\n[[kv_namespaces]]'],
    [['kv_namespaces', 0, 'id'], '1', 'binding = "ONE"\nid = "1"\n\n# the second'],
    [['kv_namespaces', 1, 'id'], '2', 'binding = "TWO" # here\nid = "2"'],
    [['routes'], [{ pattern: 'a.example', custom_domain: true }], 'name = "a" # the Worker\nroutes = ['],
  ])('changes that value and nothing else: %s', (path, value, expected) => {
    const edited = setTomlValue(FILE, path, value);
    expect(edited).toContain(expected);
    const [last] = path.slice(-1);
    const own = (line: string) => line.trim().startsWith(`${String(last)} =`);
    expect(edited.split('\n').filter((line) => !own(line))).toEqual(
      FILE.split('\n').filter((line) => !own(line)),
    );
    expect(parse(edited)).not.toEqual(parse(FILE));
  });

  it.each<[string, TomlPath]>([
    ['vars = { SITE = "a" }\n', ['vars', 'SITE']],
    ['[vars]\nSITE = """\na\n"""\n', ['vars', 'SITE']],
    ['vars.SITE = "a"\n', ['vars', 'SITE']],
    ['name = "a"\n', ['vars', 'SITE']],
    ['[vars]\nLIST = [\n[1],\n[2]]\n', ['vars', 'SITE']],
  ])('refuses, rather than guess, where a file is written otherwise: %s', (file, path) => {
    expect(() => setTomlValue(file, path, 'b')).toThrow(SetupFault);
  });
});
