// On a phone a picture is wider than the screen: begin in the middle of the map and the network, and at the end of the timeline.
for (const picture of document.querySelectorAll(".picture")) {
  const beyond = picture.scrollWidth - picture.clientWidth;
  picture.scrollLeft = picture.querySelector("svg.time") ? beyond : beyond / 2;
}
