#version 330
// a hair as a ribbon that turns towards the camera
uniform mat4 clip;
uniform mat4 light_clip;
uniform vec3 eye;
in vec3 place;
in vec3 along;
in vec3 colour;
in float width;
in float side;
out vec3 v_place;
out vec3 v_along;
out vec3 v_colour;
out vec4 v_light;
void main() {
    vec3 across = cross(along, eye - place);
    across /= max(length(across), 1e-9);
    vec3 p = place + across * width * 0.5 * side;
    v_place = p;
    v_along = along;
    v_colour = colour;
    v_light = light_clip * vec4(place, 1.0);
    gl_Position = clip * vec4(p, 1.0);
}
