import type { Answer } from "./answer-parts.ts";
import { showItem } from "./browse.ts";
import type { CommerceState } from "./commerce-state.ts";
import { wishesToSee } from "./file-wishes.ts";
import type { Scene } from "./offer.ts";

/** Who wants to see one item, or to hear about it, is shown it; undefined when the turn asks for neither. */
export function showWished(state: CommerceState, scene: Scene): Answer | undefined {
  const { turn, known } = scene;
  const wish = wishesToSee(turn.text);
  if (wish === undefined) return undefined;
  const named = new Set(turn.entities.filter(({ type }) => type === "product").map(({ value }) => String(value)));
  if (named.size > 1) return undefined;
  const [id = wish === "photo" ? state.focus : undefined] = named;
  const item = id === undefined ? undefined : known.itemsById.get(id);
  return item === undefined ? undefined : showItem(state, item, scene, { wish });
}
