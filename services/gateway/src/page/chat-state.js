export const simulator = document.body.dataset.simulator === "yes";
export const mostTurns = 200;

/** What the chats' part of the page knows. `sent` and `written`: what was sent from here and is not back yet. */
export const state = {
  chat: undefined,
  chats: new Map(),
  turns: new Map(),
  messages: new Map(),
  sent: new Map(),
  written: new Map(),
  chatOf: new Map(),
  bot: undefined,
  botSetAt: 0,
  team: !simulator,
};
