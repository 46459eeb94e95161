// In: front matter between +++ lines. Out: the same lines as YAML between --- lines, as far as they can be; what cannot is an empty line.
/**
 * Site generators write front matter between +++ lines as TOML. Its plain keys (`key = "text"`, numbers, lists on one line) read as YAML
 * once "=" is ":", in the same columns; tables and texts over several lines are settings of a page, and are left out.
 */
export function yamlFromToml(source: string): string {
  let inTable = false;
  return source
    .split("\n")
    .map((line) => {
      if (/^\+\+\+/.test(line)) return line.replace("+++", "---");
      if (/^\s*\[/.test(line)) inTable = true;
      const pair = /^([\w-]+\s*)=(\s+(?:"[^"]*"|'[^']*'|[\w.:+-]+|\[[^\]]*\])\s*(?:#.*)?\r?)$/.exec(line);
      if (inTable || !pair) return line.endsWith("\r") ? "\r" : "";
      return `${pair[1]}:${pair[2]}`;
    })
    .join("\n");
}
