// The block in the editor: a card instead of the check itself, and its options at the side.
// Written for the browser as it is. The page is drawn by footing.php.
(function (blocks, blockEditor, components, element) {
  "use strict";

  var draw = element.createElement;

  var CHOICES = {
    mode: [
      ["", "As in the settings"],
      ["inline", "In the page"],
      ["popup", "A button that opens a window"],
      ["side-tab", "A button that stays at the edge of the screen"],
      ["full-page", "A link to a page of its own"],
    ],
    theme: [
      ["", "As the check has it"],
      ["auto", "Light or dark, as the visitor's device"],
      ["light", "Light"],
      ["dark", "Dark"],
    ],
  };
  var TITLES = {
    mode: "How it is shown",
    theme: "Colors",
    label: "Title of the check",
    lang: "Language, such as en",
  };

  blocks.registerBlockType("footing/check", {
    edit: function (block) {
      function set(name) {
        return function (value) {
          var change = {};
          // Nothing chosen is nothing kept, so that the settings of the site hold.
          change[name] = value || undefined;
          block.setAttributes(change);
        };
      }
      function field(name) {
        var choices = CHOICES[name];
        var common = { key: name, label: TITLES[name], value: block.attributes[name] || "", onChange: set(name) };
        if (!choices) return draw(components.TextControl, common);
        common.options = choices.map(function (choice) {
          return { value: choice[0], label: choice[1] };
        });
        return draw(components.SelectControl, common);
      }
      return draw(
        "div",
        blockEditor.useBlockProps(),
        draw(
          blockEditor.InspectorControls,
          null,
          draw(components.PanelBody, { title: "Options" }, Object.keys(TITLES).map(field)),
        ),
        draw(components.Placeholder, {
          icon: "yes-alt",
          label: "Footing self-check",
          instructions: "The check shows here on the page, with lines for a crisis until it runs.",
        }),
      );
    },
    // Drawn on the server, at each visit.
    save: function () {
      return null;
    },
  });
})(window.wp.blocks, window.wp.blockEditor, window.wp.components, window.wp.element);
