#version 330
// places a vertex in the picture and hands its rest coordinates on to the surface shader
uniform mat4 clip;
uniform mat4 light_clip;
in vec3 place;
in vec3 normal;
in vec3 colour;
in vec4 rest;     // cloth: around and along the torso, limb above zero, wrinkles; skin: place at rest, hair on it
in vec2 cover;    // what is kept (> 0) and the distance from the hem in metres
in vec2 uv;       // skin: texture; cloth: around and along the limb
out vec3 v_place;
out vec3 v_normal;
out vec3 v_colour;
out vec4 v_rest;
out vec2 v_cover;
out vec2 v_uv;
out vec4 v_light;
void main() {
    v_place = place;
    v_normal = normal;
    v_colour = colour;
    v_rest = rest;
    v_cover = cover;
    v_uv = uv;
    v_light = light_clip * vec4(place, 1.0);
    gl_Position = clip * vec4(place, 1.0);
}
