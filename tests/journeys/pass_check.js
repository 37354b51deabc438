// Answers one safety question after another until the check is left.
// arguments: pairs of question and answer, the first of a question holds, what is not in it is answered by "no"; a
// question before which it stops, or null.
const [table, until, done] = arguments;
const replies = new Map(Array.from(table).reverse());
const next = () => document.querySelector("main > .dock .btn.main");
const answer = (form) => {
  const reply = replies.get(form.dataset.question) ?? "no";
  const field = form.querySelector("input[type=text]");
  if (field) {
    field.value = reply;
    field.dispatchEvent(new Event("input", { bubbles: true }));
  } else {
    for (const option of reply.split("+")) form.querySelector(`[data-option="${option}"] input`).click();
  }
};
let answered = null;
let waited = 0;
const look = () => {
  const asked = document.querySelector("form[data-question]")?.dataset.question;
  if (until && asked === until) return done("answered");
  const form = document.querySelector("form[data-question]");
  if (location.hash !== "#/check/safety") return done("answered");
  if (!form || form === answered) {
    waited += 1;
    return waited > 1500 ? done(`stands at ${form?.dataset.question}`) : setTimeout(look, 10);
  }
  waited = 0;
  answered = form;
  answer(form);
  // A click by a script may count as a pointer's or not: only a question that still stands needs Next.
  setTimeout(() => {
    if (document.querySelector("form[data-question]") === form) next().click();
    look();
  }, 0);
};
look();
