import { expect, test } from "vitest";
import { mostCharacters, readText } from "../text.ts";
import { analyzeSentiment } from "./analyze-sentiment.ts";

const labelOf = (text: string) => analyzeSentiment(readText(text), "en").label;

const bad = `my package never arrived
still waiting for my refund
the zipper broke on day one
you charged me twice
the soup was cold and bland
wrong size again
the blender doesn't work
nobody answers the phone
worst service I've had
the driver was rude
this is unacceptable
I want to file a complaint
item missing from the box
not happy with the haircut
it stopped working yesterday
the cake was stale
I would not recommend this place
arrived damaged
my groceries are very late
the charger is faulty
never buying here again, terrible
it looks cheap and ugly
such a waste of money
the room was filthy
I'm disappointed with the fabric
the app keeps crashing, so annoying
not worth it
been waiting for two hours
the lamp came broken
you sent the wrong colour
poor quality fabric
this isn't good enough`;
const good = `thank you so much for the cookies
thanks, you're the best
I love my new boots
the food was delicious
great service as always
it works perfectly
she was really helpful
amazing cakes!
very happy with the result
fast delivery, well packed
I highly recommend them
lovely shop
the staff were so friendly
brilliant job lads
it's gorgeous
couldn't be happier with it
not bad at all
best pizza in the city
so excited for saturday!!
we had a wonderful evening
cheers mate
top notch work
you made my day
beautiful flowers 😍
absolutely adore it`;
const plain = `what time do you close?
can I get two coffees please
I'd like to book a table for four
do you deliver to the airport?
my name is Karen
where are you located?
send me the menu please
I need an invoice
it's for my brother
could you change it to friday, thanks
is this available in blue?
add one large soda
how much is shipping?
see you on monday
I paid at the counter
do you take cards?
good morning, is Ana in?
the blue one in medium
what do you have for vegans?
I'll pick it up at noon
no problem, I can wait
looks like rain today`;

test.each(bad.split("\n"))("says something bad: %s", (text) => expect(labelOf(text)).toBe("neg"));
test.each(good.split("\n"))("says something good: %s", (text) => expect(labelOf(text)).toBe("pos"));
test.each(plain.split("\n"))("is plain business: %s", (text) => expect(labelOf(text)).toBe("neu"));

test("a language without words here is read by its emoji alone", () => {
  expect(analyzeSentiment(readText("bardzo dobre 😍"), "pl")).toMatchObject({ label: "pos", emotion: "joy" });
  expect(analyzeSentiment(readText("terrible"), "pl").label).toBe("neu");
});

test("the score stays between -1 and 1 for the longest texts", () => {
  const { score } = analyzeSentiment(readText("awful!!! ".repeat(mostCharacters)), "en");
  expect(score).toBeGreaterThanOrEqual(-1);
  expect(score).toBeLessThan(-0.9);
});
