/** What `--help` prints. */
export const USAGE = `usage: dailygrad COMMAND [options]

  start                                  starts every door that is set up; without a token the playground
  grade QUESTION_ID [--json]             grades the answer on standard input
  grade --batch                          {"id","question_id","answer"} or {"id","question","reference","answer"} lines
                                         in, {"id","score"} or {"id","error"} lines out
  lookup QUERY [--json] [--limit N]      looks up a term, a question or a demo
  lookup --batch [--limit N]             {"query"} lines in, {"query","hits","ms"} lines out
  demo ID [NAME=VALUE …] [--json] [--png FILE] [--lang ko|en]
                                         runs a numeric demo: numbers, table, chart
  demo --batch                           {"demo","params"} lines in, {"demo","results"} or {"demo","error"} lines out
  demo --list [--json]                   every demo with its parameters
  quiz [--topic T] [--level 1|2|3] [--question ID] [--json]
  content check [--json] [--verbose]     checks all content; grades every sample and model answer
  rebuild [--regrade] [--json]           counts points and days of all stored answers afresh; with --regrade grades
                                         them again first (scores only rise) and says whose score moved
  eval [--dir FOLDER] [--json]           grader against graded answers; default: the bank's own samples
  doctor [--json]                        checks settings, the tokens and permissions on Discord and Slack in each channel,
                                         and prints the link that adds the bot to a server
  discord register [--json]              brings the commands that Discord has up to date
  slack manifest [--url URL] [--lang ko|en] [--json]
                                         the app's manifest to paste at api.slack.com/apps: Socket Mode, or requests
                                         to an address of yours
  --version, --help

Settings come from the environment or a file .env; see .env.example.
exit status: 0 done, 1 failed, 2 wrong usage
`;
