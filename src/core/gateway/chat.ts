/** The user's balance in USD. */
export interface Balance {
  readonly available: number;
  readonly currency: string;
}

/** One chat completion. */
export interface ChatRequest {
  readonly model: string;
  readonly prompt: string;
  /** Tokens, at most. */
  readonly maxTokens: number;
  readonly stream: boolean;
  readonly temperature?: number;
  /** Role of an instruction sent before the prompt. */
  readonly instructionRole?: "system" | "developer";
  /** Offer one function and ask for its call. */
  readonly tool?: boolean;
  /** Deadline over headers and body, ms. */
  readonly timeoutMs?: number;
}

/** What came of a chat completion. Times in ms since the request was sent. */
export interface ChatResult {
  readonly text: string;
  readonly reasoning: string;
  readonly toolCalls: readonly { readonly name: string; readonly arguments: string }[];
  readonly firstTokenMs: number;
  readonly totalMs: number;
  /** Chunks that the stream came in; 1 without streaming. */
  readonly chunks: number;
  /** Chunks of these that brought text, reasoning or part of a tool call. */
  readonly pieces: number;
  readonly inputTokens?: number;
  readonly outputTokens?: number;
  readonly finishReason?: string;
}
