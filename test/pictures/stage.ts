import { mkdirSync, symlinkSync } from "node:fs";
import { delimiter, join } from "node:path";
import { onTestFinished } from "vitest";
import { program } from "../helpers/cli.ts";
import { type Bench, makeBench } from "../helpers/demo.ts";
import { cacheFolder } from "../helpers/install-once.ts";
import { startOnPty } from "../helpers/pty.ts";
import type { TerminalRun } from "../helpers/screen.ts";
import { nodeBin, openclawBin } from "../openclaw/install.ts";
import { readScreen, type Screen, textOf } from "./cells.ts";
import type { Frame } from "./film.ts";
import type { Scene } from "./scenes.ts";

/** A shell on a terminal, with the program and OpenClaw on its PATH, and a demo gateway. */
export interface Stage extends TerminalRun {
  readonly bench: Bench;
  readonly locale: "en" | "zh-CN";
  /** Types a text as a person does, key by key. */
  writes(text: string): Promise<void>;
  /** Types a command and Enter. */
  enters(command: string): Promise<void>;
  /** Waits for a question that was not open before, and as long as a person needs to read it; undefined when there is none. */
  nextQuestion(): Promise<string | undefined>;
  /** Waits until the shell asks for the next command. */
  isDone(): Promise<void>;
}

/** What came of a scene. */
export interface Recording {
  /** All lines, from the first command on, without the last prompt. */
  readonly screen: Screen;
  readonly frames: readonly Frame[];
}

const prompt = "$";
/** How long a moving picture stands still at most, ms. */
const longestStill = 1100;
const lastStill = 5000;
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

function startStage(bench: Bench, scene: Scene, locale: Stage["locale"]): Stage {
  const tools = join(bench.home.path, "tools");
  mkdirSync(tools);
  symlinkSync(program, join(tools, "openclaw-aisa"));
  const run = startOnPty(["--norc", "--noprofile", "-i"], {
    home: bench.home,
    command: "/bin/bash",
    columns: scene.columns,
    rows: scene.rows,
    env: {
      ...bench.env,
      AISA_API_KEY: scene.hasKey ? bench.gateway.key : undefined,
      LANG: locale === "en" ? "en_US.UTF-8" : "zh_CN.UTF-8",
      PATH: [tools, openclawBin("2026.9.6"), nodeBin(), "/usr/bin", "/bin"].join(delimiter),
      PS1: `\\[\\e[32m\\]${prompt}\\[\\e[0m\\] `,
      NODE_COMPILE_CACHE: join(cacheFolder(), "compile-2026.9.6"),
      NODE_DISABLE_COMPILE_CACHE: undefined,
      BASH_SILENCE_DEPRECATION_WARNING: "1",
      NO_UPDATE_NOTIFIER: "1",
    },
  });
  const writes = async (text: string) => {
    for (const key of text) {
      run.type(key);
      await pause(35);
    }
  };
  let asked = 0;
  const ended = /(?:^|\n)\$$/;
  return {
    ...run,
    nextQuestion: async () => {
      const answered = (screen: string) => screen.match(/^✔/gm)?.length ?? 0;
      const open = (screen: string) => /^\? .*$/m.exec(screen)?.[0];
      const isNew = () => open(run.screen()) !== undefined && answered(run.screen()) >= asked;
      await run.shows({ test: (screen) => ended.test(screen) || isNew() });
      await pause(900);
      const question = open(run.screen());
      asked = answered(run.screen()) + 1;
      return ended.test(run.screen()) ? undefined : question;
    },
    bench,
    locale,
    writes,
    enters: async (command) => {
      await writes(command);
      await pause(300);
      run.type("\r");
      await pause(100);
    },
    isDone: () => run.shows(ended),
  };
}

/** Shortens what lasts: a screen on which nothing but a spinner moves, until the last one. */
function shortened(frames: readonly Frame[]): Frame[] {
  const still = (screen: Screen) => textOf(screen).replace(/[\u2800-\u28ff]|\d/g, "");
  let [last, shown] = ["", 0];
  return frames.flatMap((frame, index) => {
    const text = still(frame.screen);
    shown = text === last ? shown : 0;
    last = text;
    const ms = index === frames.length - 1 ? frame.ms : Math.min(frame.ms, longestStill - shown);
    shown += ms;
    return ms > 0 ? [{ ...frame, ms }] : [];
  });
}

/** Watches a terminal until told to stop. Out: what it showed, each screen as long as it was there. */
function watch(stage: Stage, rows: number): () => Frame[] {
  const seen: { screen: Screen; at: number }[] = [];
  const look = () => {
    const buffer = stage.buffer();
    const screen = readScreen(buffer, buffer.baseY, buffer.baseY + rows);
    const last = seen.at(-1);
    if (last === undefined || JSON.stringify(last.screen) !== JSON.stringify(screen))
      seen.push({ screen, at: Date.now() });
  };
  const timer = setInterval(look, 70);
  onTestFinished(() => clearInterval(timer));
  return () => {
    clearInterval(timer);
    look();
    return shortened(
      seen.map(({ screen, at }, index) => ({ screen, ms: (seen[index + 1]?.at ?? at + lastStill) - at })),
    );
  };
}

/** Plays a scene in a language, on a home and with a gateway of its own. */
export async function record(scene: Scene, locale: Stage["locale"]): Promise<Recording> {
  const bench = await makeBench(scene.gateway);
  await scene.prepare?.(bench);
  const stage = startStage(bench, scene, locale);
  await stage.isDone();
  const stop = watch(stage, scene.rows);
  await scene.play(stage);
  await stage.isDone();
  const frames = stop();
  const whole = readScreen(stage.buffer());
  const screen = textOf(whole).endsWith(`\n${prompt}`) ? whole.slice(0, -1) : whole;
  stage.type("exit\r");
  await stage.ended();
  return { screen, frames };
}
