import type { Messages } from "../messages.ts";

/** undo 命令的用语。 */
export const undo: Messages["undo"] = {
  title: (command, id) => `恢复到 ${command} 之前（备份 ${id}）`,
  removed: "删除：原先没有这个文件",
  broughtBack: "恢复",
  changedSince: "本工具上次写入之后，文件又被其他程序或人改动；恢复会丢失这些改动。",
  confirm: "恢复吗？",
  confirmChanged: "仍要恢复，并丢弃后来的改动吗？",
  done: (command, id) => `已恢复到 ${command} 之前的状态（备份 ${id}）`,
  again: "再运行一次 openclaw-aisa undo 可恢复这次撤销的改动",
  unknown: (id) => `没有备份 ${id}；openclaw-aisa undo --list 可列出全部备份`,
  none: "没有备份：本工具还没有改动过这些文件。",
  listHint: "openclaw-aisa undo <id> 把该行的文件恢复到那次改动之前；不带 id 时取第一行。",
};
