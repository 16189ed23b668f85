// Shows a notice if the rules are past their review date. Nothing else on the page needs a script.

const late = document.getElementById("late");
const day = new Date();
const two = (number) => String(number).padStart(2, "0");
const today = `${day.getFullYear()}-${two(day.getMonth() + 1)}-${two(day.getDate())}`;
if (late && today > late.dataset.reviewBy) late.hidden = false;
