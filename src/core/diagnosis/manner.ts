import { Finder, markSeams } from "./finder.ts";
import { parsePhrase } from "./phrase.ts";
import { findStatus } from "./unwrap.ts";

/**
 * In which manner a text speaks. `report`: something went wrong, or nobody can tell; `question`: somebody asks how a
 * thing works; `code`: a line of a program; `program`: a command of the shell that complains under its own name.
 */
export type Manner = "report" | "question" | "code" | "program";

/** What is longer is a log or a letter, whose first words say little. */
const longest = 400;

const asks =
  /^\W{0,4}(?:what|which|who|when|where|how|does|do|is|are|can|could|should|would|will)\b[^.!]{0,300}\?\W*$/i;
const asksInChinese =
  /(?:怎么|如何|怎样|多少|哪个|哪些|哪里|(?<![但可只就也])是什么|什么意思|是否|能不能|有没有)[^。！]{0,200}$|[?吗呢]\s*$/;
/** What a question says that is about a failure after all. */
const failures = [
  "{trouble}",
  "{failed}",
  "{invalid}",
  "{missing}",
  "{expired}",
  "{used-up}",
  "{not-found}",
  "{exceeded}",
  "{broken}",
  "{retired}",
  "doesn't|doesnt|won't|wont|can't|cant|isn't|isnt|stopped|stuck|keeps|keep|why|fix|solve|issue|problem",
  "为什么|为啥|解决|不了|不能|没有|没反应|不行|一直|总是|老是|提示|问题|限制了|被",
];

const code = [
  /^\s*(?:throw new \w+\(|raise \w+(?:\(|$)|(?:export )?(?:const|let|var|async function|function|class|def|enum|interface|type) [\w.]+\s*[=({:<]|import [\w{*]|from [\w.]+ import |if \(|else if|for \(|while \(|catch \(|try \{|return [\w(]|await \w|console\.\w+\(|public |private |#include|<\?php|SELECT )/,
  // Settings in a row, as they stand in a program or a config.
  /^\s*[{[]?\s*(?:["']?[a-z_]{2,30}["']?\s*[:=]\s*(?:[\d.]+|true|false|null)\s*[,;}]?\s*){2,12}[}\]]?\s*$/i,
];
const outputOfCode = /\b\w{0,40}(?:Error|Exception|Failure)\s*:|\berror["']?\s*[:=]/i;

/** "mount: wrong fs type", "postfix/smtp: …", "sshd[812]: …": the program's name comes first, in small letters. */
const program = /^\s*([a-z][a-z\d+-]{1,20})(?:\/[a-z]{1,20})?(?:\[\d{1,8}\])?: (?!\{)/;
const notPrograms =
  /^(?:error|err|warn|warning|fatal|info|debug|message|msg|detail|details|reason|cause|caused|code|status|type|title|hint|note|summary|result|results|output|response|request|stream|url|http|https|exception|failed|failure|log|logs|text|param|body|data|curl|node|fetch|axios|undici|openai|anthropic|dial|net|oauth|json|cron|heartbeat|subagent|failover|memory|compaction|embedded|aiohttp|httpx|requests|upstream|gateway|server|client|provider|model|models|channel|channels|agent|agents|plugins|plugin|tools|hooks|messages|session|commands|auth|config|openclaw|clawdbot|moltbot|litellm|ollama|vllm|user|assistant|system|proxy|tls|ssl|dns|network|connection|connect|read|write|getaddrinfo|socket|api|llm)$/;
/** A line of a web server's log about a path that no model is behind, and the summary of a test. */
const otherLines = [
  /^\s*(?:GET|POST|PUT|PATCH|DELETE) \/(?!v\d|chat|api\/v\d|openai|anthropic)\S{0,200} \d{3}\b/,
  /^\s*(?:FAIL|PASS|✓|✗|×) \S{1,200}\.(?:test|spec)\.\w{1,5}\b/,
];
const mailAnswer = /^\s*[45]\d\d[ -][45]\.\d{1,3}\.\d{1,3}\b/;

function isAboutFailure(text: string): boolean {
  const finder = new Finder(markSeams(text), undefined);
  return failures.some((phrase) => finder.spansOf(parsePhrase(phrase)).length > 0);
}

/** Tells in which manner a text speaks. In: a text as `unwrap` gives it. */
export function mannerOf(text: string): Manner {
  if (text.length > longest) return "report";
  if (code.some((form) => form.test(text)) && !outputOfCode.test(text)) return "code";
  const name = program.exec(text)?.[1];
  const isLine = mailAnswer.test(text) || otherLines.some((form) => form.test(text));
  if ((name !== undefined && !notPrograms.test(name)) || isLine) return "program";
  const isQuestion = (asks.test(text) || asksInChinese.test(text)) && findStatus(text) === undefined;
  return isQuestion && !isAboutFailure(text) ? "question" : "report";
}
