// On the settings page: looks whether the headers of the check on this site arrive, and shows the paragraph for it.
// It asks for one file of this site, as embed.js does.
(function () {
  "use strict";

  var place = document.getElementById("footing-headers");
  if (!place) return;

  function show(name) {
    place.querySelector('[data-footing="' + name + '"]').hidden = false;
  }

  fetch(place.dataset.file, { method: "HEAD", credentials: "omit", cache: "no-store" }).then(
    function (answer) {
      if (!answer.ok) show("gone");
      else show(answer.headers.get("access-control-allow-origin") === "*" ? "good" : "bad");
    },
    function () {
      show("gone");
    },
  );
})();
