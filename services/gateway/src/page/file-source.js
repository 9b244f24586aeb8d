import { access, call } from "./api.js";

// What was fetched for pictures that are no longer looked at.
const mostKept = 600;
const kept = new Map();

/**
 * Where an element finds a file of the API. Without a token it asks for itself, in parts as it likes; with one it cannot, so the
 * bytes are fetched here. Rejects when there are none.
 */
export function sourceOf(path) {
  if (!access.token) return Promise.resolve(path);
  const known = kept.get(path);
  if (known !== undefined) return known;
  const fetched = call(path)
    .then((response) => response.blob())
    .then((blob) => URL.createObjectURL(blob));
  kept.set(path, fetched);
  fetched.catch(() => kept.delete(path));
  if (kept.size > mostKept) {
    const [oldest, source] = kept.entries().next().value;
    kept.delete(oldest);
    void source.then((url) => URL.revokeObjectURL(url)).catch(() => undefined);
  }
  return fetched;
}

// Those that come near the screen are asked for, the others wait.
const near = new IntersectionObserver(
  (seen) => {
    for (const { isIntersecting, target } of seen) {
      if (!isIntersecting) continue;
      near.unobserve(target);
      void fill(target);
    }
  },
  { rootMargin: "400px" },
);

/** A picture that is asked for when it comes near the screen. */
export function pictureOf(path, alt) {
  const picture = document.createElement("img");
  picture.alt = alt;
  picture.decoding = "async";
  picture.dataset.path = path;
  near.observe(picture);
  return picture;
}

async function fill(picture) {
  const source = await sourceOf(picture.dataset.path).catch(() => undefined);
  if (source !== undefined) picture.src = source;
}
