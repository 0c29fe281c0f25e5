#version 330
// skin, cloth, eyes and floor under a key light with soft shadow, a fill light and light from all sides
uniform int kind;            // 0 skin, 1 cloth, 2 eye, 3 floor, 4 painted (shoes)
uniform vec3 eye;
uniform vec3 key_way;        // towards the key light
uniform vec3 key_light;
uniform vec3 fill_way;
uniform vec3 fill_light;
uniform vec3 sky;
uniform vec3 ground;
uniform sampler2D shadow_map;
uniform sampler2D paint;     // skin: colour; floor: contact shadow in red
uniform sampler2D finish;    // skin: gloss in red
uniform float shadow_texel;
uniform float shadow_depth;  // metres that the shadow map spans in depth
uniform int pattern;         // 0 plain, 1 stripes, 2 checks, 3 denim, 4 knit, 5 dots, 6 pinstripe, 7 rib
uniform vec3 dye;
uniform vec3 dye2;
uniform float pattern_size;  // metres
uniform float wrinkle;
uniform float gloss;
uniform float fuzz;
uniform float part;
in vec3 v_place;
in vec3 v_normal;
in vec3 v_colour;
in vec4 v_rest;
in vec2 v_cover;
in vec2 v_uv;
in vec4 v_light;
layout(location = 0) out vec4 out_colour;
layout(location = 1) out vec4 out_facts;   // part, cosine to the camera

float hash(vec3 p) {
    p = fract(p * vec3(0.1031, 0.1030, 0.0973));
    p += dot(p, p.yxz + 33.33);
    return fract((p.x + p.y) * p.z);
}
float noise(vec3 p) {
    vec3 i = floor(p), f = fract(p);
    f = f * f * (3.0 - 2.0 * f);
    float a = mix(mix(hash(i), hash(i + vec3(1, 0, 0)), f.x),
                  mix(hash(i + vec3(0, 1, 0)), hash(i + vec3(1, 1, 0)), f.x), f.y);
    float b = mix(mix(hash(i + vec3(0, 0, 1)), hash(i + vec3(1, 0, 1)), f.x),
                  mix(hash(i + vec3(0, 1, 1)), hash(i + vec3(1, 1, 1)), f.x), f.y);
    return mix(a, b, f.z);
}
float rough(vec3 p) { return noise(p) * 0.55 + noise(p * 2.1 + 7.0) * 0.3 + noise(p * 4.3 + 3.0) * 0.15; }

float shadow(vec3 n) {
    vec3 p = v_light.xyz / v_light.w * 0.5 + 0.5;
    float slope = 1.0 - clamp(dot(n, key_way), 0.0, 1.0);
    float bias = (0.006 + 0.012 * slope) / shadow_depth;
    float spread = (kind == 3) ? 18.0 : 2.6;
    float turn = hash(vec3(gl_FragCoord.xy, 1.0)) * 6.2832;
    float lit = 0.0;
    for (int i = 0; i < 20; ++i) {
        float r = sqrt((float(i) + 0.5) / 20.0) * spread;
        float t = float(i) * 2.39996 + turn;
        lit += (p.z - bias <= texture(shadow_map, p.xy + vec2(cos(t), sin(t)) * r * shadow_texel).r) ? 1.0 : 0.0;
    }
    return lit / 20.0;
}

float folds(vec3 p) {
    // long soft creases, bent by a slower noise
    vec3 q = p + 0.05 * vec3(noise(p * 9.0), noise(p * 9.0 + 11.0), noise(p * 9.0 + 23.0));
    return rough(q * vec3(16.0, 16.0, 9.0)) + 0.35 * rough(q * vec3(38.0, 38.0, 22.0));
}

vec3 cloth_colour(float across) {
    vec2 flat_place = v_rest.z > 0.0 ? v_uv : v_rest.xy;
    vec2 m = flat_place / pattern_size;
    vec3 base = dye;
    float blur = clamp(min(length(fwidth(v_rest.xy)), length(fwidth(v_uv))) / pattern_size, 0.001, 1.0);
    if (pattern == 1) base = mix(dye, dye2, smoothstep(-blur, blur, abs(fract(m.y) - 0.5) - 0.27));
    if (pattern == 2) {
        float a = smoothstep(-blur, blur, abs(fract(m.x) - 0.5) - 0.25);
        float b = smoothstep(-blur, blur, abs(fract(m.y) - 0.5) - 0.25);
        base = mix(dye, dye2, (a + b) * 0.5);
    }
    if (pattern == 3) {
        float twill = sin((flat_place.x + flat_place.y) * 6.2832 / 0.004);
        float slub = noise(vec3(flat_place.x * 700.0, flat_place.y * 60.0, 1.0)) - 0.5;
        float fade = rough(v_colour * 5.0);
        base = mix(dye * 0.86, dye2, smoothstep(0.42, 0.9, fade) * 0.55) * (1.0 + 0.16 * slub + 0.03 * twill * (1.0 - blur));
    }
    if (pattern == 4 || pattern == 7) {
        float f = 0.5 + 0.5 * cos(m.x * 6.2832);
        base = dye * mix(1.0, 0.8 + 0.25 * f, clamp(1.2 - blur * 2.0, 0.0, 1.0));
    }
    if (pattern == 5) {
        vec2 c = m + vec2(floor(m.y) * 0.5, 0.0);
        base = mix(dye2, dye, smoothstep(0.24 - blur, 0.24 + blur, length(fract(c) - 0.5)));
    }
    if (pattern == 6) base = mix(dye2, dye, smoothstep(0.03, 0.03 + blur, abs(fract(m.x) - 0.5)));
    float weave = noise(vec3(flat_place * 900.0, 3.0)) - 0.5;
    return base * (1.0 + 0.05 * weave) * (0.95 + 0.1 * rough(v_colour * 8.0));
}

void main() {
    if (v_cover.x < 0.0) discard;
    vec3 n = normalize(v_normal);
    vec3 view = normalize(eye - v_place);
    bool behind = dot(n, view) < 0.0 && (kind == 1 || kind == 4);
    if (behind) n = -n;
    vec3 base = v_colour;
    float shine = gloss, power = 24.0, inside = behind ? 0.35 : 1.0;
    if (kind == 0) {
        vec4 skin = texture(paint, v_uv, -1.0);
        base = mix(skin.rgb, v_colour, v_rest.w);   // hair on skin
        shine = texture(finish, v_uv).r;
        vec3 p = v_rest.xyz;
        float e = 0.0012;
        float h = noise(p * 620.0);
        vec3 g = vec3(noise((p + vec3(e, 0, 0)) * 620.0), noise((p + vec3(0, e, 0)) * 620.0), noise((p + vec3(0, 0, e)) * 620.0)) - h;
        n = normalize(n - 0.08 * g);
        base *= 0.96 + 0.08 * rough(p * 55.0);
        power = 18.0;
    } else if (kind == 1) {
        base = cloth_colour(0.0);
        vec3 p = v_colour;   // cloth carries its place at rest here
        float e = 0.003;
        float h = folds(p);
        vec3 g = vec3(folds(p + vec3(e, 0, 0)), folds(p + vec3(0, e, 0)), folds(p + vec3(0, 0, e))) - h;
        n = normalize(n - wrinkle * v_rest.w * g / e * 0.06);
        base *= mix(1.0, 0.88 + 0.18 * h, clamp(wrinkle * v_rest.w, 0.0, 1.0) * 0.6);
        // the hem: an edge that catches light, and a line of stitches
        float hem = v_cover.y;
        base *= mix(0.62, 1.0, smoothstep(0.0, 0.0035, hem));
        float seam = 1.0 - smoothstep(0.0006, 0.0016, abs(hem - 0.016));
        base *= 1.0 - 0.22 * seam;
    } else if (kind == 4 && v_rest.w > 0.5) {
        // shoes: laces over the instep, a sole of its own colour and the line above it
        float soft = 0.0008;
        float instep = smoothstep(0.05, 0.08, v_rest.x) * smoothstep(0.95, 0.90, v_rest.x)
                     * smoothstep(0.019 + soft, 0.019, abs(v_rest.y)) * step(0.025, v_rest.z);
        float rung = smoothstep(-0.2, 0.2, sin((v_rest.x + v_rest.y * 2.0) * 28.0) - 0.25);
        base = mix(base, base * 0.62, instep);
        base = mix(base, dye2, instep * rung);
        base = mix(base, dye * 0.6, smoothstep(0.0025 + soft, 0.0025, abs(v_rest.z)));
        base = mix(base, dye, smoothstep(0.0, -soft, v_rest.z + 0.0015));
    } else if (kind == 2) {
        shine = gloss; power = 220.0;
    }
    float lit = shadow(n);
    float k = dot(n, key_way);
    vec3 light;
    if (kind == 0) {
        vec3 wrap = clamp((vec3(k) + vec3(0.30, 0.14, 0.10)) / vec3(1.30, 1.14, 1.10), 0.0, 1.0);
        light = key_light * wrap * mix(vec3(0.12, 0.03, 0.02), vec3(1.0), lit);
    } else {
        light = key_light * max((k + 0.08) / 1.08, 0.0) * lit;
    }
    light += fill_light * max((dot(n, fill_way) + 0.35) / 1.35, 0.0);
    light += mix(ground, sky, n.z * 0.5 + 0.5);
    vec3 half_way = normalize(key_way + view);
    float facing = clamp(dot(n, view), 0.0, 1.0);
    float edge = pow(1.0 - facing, 4.0);
    vec3 result = base * light * inside;
    result += shine * (0.25 + 0.75 * edge) * pow(max(dot(n, half_way), 0.0), power) * key_light * lit * (power / 24.0);
    result += shine * 0.35 * edge * sky;
    result += fuzz * pow(1.0 - facing, 2.5) * light * mix(base, vec3(1.0), 0.25) * inside;
    if (kind == 3) {
        float contact = texture(paint, v_uv).r;
        result = v_colour * mix(1.0, 0.80, (1.0 - lit) * v_rest.w) * (1.0 - 0.62 * contact);
    }
    out_colour = vec4(result, 1.0);
    out_facts = vec4(part, facing, 0.0, 1.0);
}
